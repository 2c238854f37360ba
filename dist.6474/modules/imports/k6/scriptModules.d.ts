import { type Place } from '../../base/problem.js';
import { type CompiledSource } from './compileSource.js';
/** A module as the sandbox gets it. */
interface ScriptModule {
    /** `json`: the text is data. `stub`: it stands for one of k6's own. */
    readonly kind: 'code' | 'json' | 'stub';
    readonly text: string;
    /** By specifier: names that an import statement asks for, which must be there. */
    readonly names: Readonly<Record<string, readonly string[]>>;
}
interface Source extends ScriptModule {
    /** As problems name it. */
    readonly file: string;
    /** Absolute; undefined for a stub. */
    readonly path: string | undefined;
    readonly place: CompiledSource['place'];
}
/**
 * The script and the modules that it imports, each read by us from inside the folder and compiled by itself.
 *
 * A bundler would look for what it needs on its own: globs, source maps, package.json and tsconfig.json of folders above.
 * Here a module that the running script asks for is looked up as soon as it has asked; what the text says that it will ask
 * for is looked up before, which saves runs and decides nothing.
 */
export declare class ScriptModules {
    #private;
    readonly list: Source[];
    /** `from specifier` -> the module; null where there is none. */
    readonly links: Record<string, number | null>;
    private constructor();
    /** @throws ProblemError when the script itself cannot be read */
    static of(file: string, text: string): Promise<ScriptModules>;
    /** Where the innermost frame of a stack trace stands that lies in a module. */
    placeOf(stack: string): Place & {
        readonly file: string;
    };
    /** Looks up what a module asks for. @param stack where it asks @throws ProblemError where it may not be read, or cannot */
    link(from: number, specifier: string, stack?: string): Promise<void>;
}
export declare const importWords: {
    readonly 'outside-folder': {
        readonly why: 'An import reads nothing but the folder of the script.';
        readonly fix: 'move the file below the script, or copy the script beside it.';
    };
    readonly 'cannot-import': {
        readonly why: 'The options may depend on it.';
        readonly fix: 'check the path; packages must be bundled for k6 first.';
    };
};
/** The value of a text in double quotes; undefined where it is none that JSON knows. */
export declare function readText(literal: string): string | undefined;
export {};
