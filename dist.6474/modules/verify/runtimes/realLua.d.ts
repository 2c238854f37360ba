import type { Runtime } from './runtime.js';
interface RealLua {
    readonly name: string;
    /** Names of its program, the likeliest first. */
    readonly programs: readonly string[];
    /** How its version begins. */
    readonly version: RegExp;
    /** The package of Debian. */
    readonly debianPackage: string;
    readonly options: readonly string[];
    /** Of the environment with another engine. */
    readonly otherEngineOptions?: readonly string[];
}
/** An interpreter as it is installed: it runs the policy's code as it is, without the libraries that reach outside. */
export declare function realLua({ name, programs, version, debianPackage, options, otherEngineOptions }: RealLua): Runtime;
export {};
