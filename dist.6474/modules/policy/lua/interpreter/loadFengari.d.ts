/** What the files of fengari export, as far as dryscale uses it (`fengari.d.ts`). */
interface FengariModules {
    readonly 'defs.js': typeof import('fengari/src/defs.js').default;
    readonly 'lapi.js': typeof import('fengari/src/lapi.js').default;
    readonly 'lauxlib.js': typeof import('fengari/src/lauxlib.js').default;
    readonly 'lbaselib.js': typeof import('fengari/src/lbaselib.js').default;
    readonly 'lcorolib.js': typeof import('fengari/src/lcorolib.js').default;
    readonly 'ldebug.js': typeof import('fengari/src/ldebug.js').default;
    readonly 'lmathlib.js': typeof import('fengari/src/lmathlib.js').default;
    readonly 'lobject.js': typeof import('fengari/src/lobject.js').default;
    readonly 'lstring.js': typeof import('fengari/src/lstring.js').default;
    readonly 'lstrlib.js': typeof import('fengari/src/lstrlib.js').default;
    readonly 'ltablib.js': typeof import('fengari/src/ltablib.js').default;
    readonly 'lua.js': typeof import('fengari/src/lua.js').default;
    readonly 'luaconf.js': typeof import('fengari/src/luaconf.js').default;
    readonly 'lutf8lib.js': typeof import('fengari/src/lutf8lib.js').default;
}
/**
 * Loads one file of fengari, and what it requires, into an instance of the interpreter that is dryscale's own.
 *
 * The files copy each other's functions when they load, so what is replaced must be replaced before: an `import` gives no
 * such order (a bundler moves it to the top of the file), a call does. The patches are applied to the source.
 */
export declare function loadFengari<Name extends keyof FengariModules>(file: Name): FengariModules[Name];
/** Puts `exports` in the place of a file that is not loaded yet. */
export declare function replaceFengari(file: string, exports: unknown): void;
export {};
