/** Bytes as a JavaScript text of one character (U+0000 to U+00FF) a byte, whatever they encode. */
export declare const byteText: {
    read(bytes: Uint8Array): string;
    bytes(text: string): Uint8Array;
};
