export declare function customSectionsNamed(bytes: Uint8Array, name: string): ArrayBuffer[];
