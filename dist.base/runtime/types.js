// The records that instances link with and the shape of a compiled module, as docs/abi.md describes them. Only types live here.
export {};
