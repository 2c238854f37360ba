/** Bytes of a file, handed out in order. */
export interface ByteSource {
    /** Fills the buffer and returns how many bytes it holds; 0 at the end. */
    read(buffer: Uint8Array): number;
    close(): void;
}
/**
 * The text of a file, chunk by chunk, unpacked when it is gzipped; never the whole file.
 *
 * The file is opened when the first chunk is asked for, and closed at its end or with the generator.
 * @throws ProblemError for damaged gzip, for one that unpacks to far more than a table or a log, and for UTF-16
 */
export declare function textChunks(open: () => ByteSource, file: string): Generator<string>;
