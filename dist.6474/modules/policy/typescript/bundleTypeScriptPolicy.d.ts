interface PolicyFile {
    readonly path: string;
    /** The file's text when it has been read already. */
    readonly code?: string;
}
/**
 * A TypeScript or JavaScript policy with all its imports as one CommonJS text with an inline source map.
 *
 * Nothing is written, and no path of the machine gets in: the same files give the same text in any folder.
 * @throws PolicyFault of kind `load` naming file:line:column when it cannot be bundled
 */
export declare function bundleTypeScriptPolicy({ path, code }: PolicyFile): Promise<string>;
export {};
