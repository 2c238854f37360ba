/** The JSON Schema of a scenario file, as its first lines name it. */
interface SchemaFile {
    /** From the scenario's folder, with forward slashes: a comment takes it as a URL. */
    readonly path: string;
    /** The file is not there yet: whoever writes the scenario writes it too. */
    readonly isMissing: boolean;
}
/**
 * The schema that editors find from a folder, on this machine and on those of others who have the same repository.
 *
 * The package that is installed above the folder is best, for it changes with the version. Run by npx, or installed for the whole
 * machine, the package lies where nobody else has it: then the schema goes beside the scenario.
 */
export declare function schemaFor(folder: string): SchemaFile;
export {};
