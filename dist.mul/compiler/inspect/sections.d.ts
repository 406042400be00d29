export interface SectionInfo {
    /** As the specification names it, or the name of a custom section. */
    name: string;
    custom: boolean;
    /** Of the section's first byte, its id. */
    offset: number;
    /** Bytes of the whole section, id and size included. */
    size: number;
}
export declare function listSections(bytes: Uint8Array): SectionInfo[];
