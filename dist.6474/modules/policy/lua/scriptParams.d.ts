import { type Params } from '../policy.js';
interface ScriptSource {
    readonly fileName: string;
    readonly code: string;
    /** What the user gave. */
    readonly params: Params;
}
/**
 * Refuses a parameter that a script does not know: it has not read it before its first wait, and its text does not name it.
 *
 * A script declares no parameters, so what it reads of `require("dryscale").params` stands for that.
 * @throws PolicyFault of kind `load`
 */
export declare function checkScriptParams({ fileName, code, params }: ScriptSource, reads: ReadonlySet<string>): void;
/** What is known when the run is over: parameters that changed nothing, for no line that reads them was reached. */
export declare function unreadParams({ params }: ScriptSource, reads: ReadonlySet<string>): string[];
/** `policy.lua:3`, where the file's table `params` sets a name; the file alone where that is not to be seen. */
export declare function paramPlace({ fileName, code }: Pick<ScriptSource, 'fileName' | 'code'>, name: string): string;
export {};
