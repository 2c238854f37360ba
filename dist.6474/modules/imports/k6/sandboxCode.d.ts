/** Key in the options' JSON that stands for a value that is no data. */
export declare const notDataKey = "@notData";
/** Frames of the script's modules in a stack trace: this and the number of the module. No file is called so. */
export declare const frameName = "k6-script-";
/**
 * The thread: makes the sandbox, runs the prelude and the modules in it and posts the one string they give.
 *
 * What Node adds to the language is taken away from the thread first; the sandbox cannot make code from text.
 */
export declare const sandboxCode: string;
