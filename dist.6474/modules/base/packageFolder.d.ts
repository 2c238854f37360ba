/** The folder of this package, wherever this module lies in it, in its sources or bundled; empty where somebody bundled it into a program. */
export declare function packageFolder(): string;
