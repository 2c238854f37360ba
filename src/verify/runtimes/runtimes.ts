import { ownProcess } from './ownProcess.js';
import { realLua } from './realLua.js';
import type { Runtime } from './runtime.js';

/** Our own interpreter, whose language is Lua 5.3. */
const fengari: Runtime = {
  name: 'fengari',
  install: 'it comes with dryscale',
  runs: ({ kind }) => kind === 'lua',
  find: () => ownProcess('Lua 5.3'),
};

/** Policies in TypeScript and JavaScript, and manifests. */
const node: Runtime = {
  name: 'node',
  install: 'it runs dryscale',
  runs: ({ kind }) => kind === 'typescript' || kind === 'manifest',
  find: () => ownProcess(`Node ${process.versions.node}`),
};

/** Every runtime, the one whose decisions the others are compared with first. */
export const runtimes: readonly Runtime[] = [
  fengari,
  realLua({
    name: 'lua5.4',
    programs: ['lua5.4', 'lua54', 'lua'],
    version: /Lua 5\.4(\.\d+)?/,
    debianPackage: 'lua5.4',
    // -E: no variable of the environment names code or files.
    options: ['-E'],
  }),
  realLua({
    name: 'lua5.3',
    programs: ['lua5.3', 'lua53', 'lua'],
    version: /Lua 5\.3(\.\d+)?/,
    debianPackage: 'lua5.3',
    options: ['-E'],
  }),
  realLua({
    name: 'lua5.1',
    programs: ['lua5.1', 'lua51', 'lua'],
    version: /Lua 5\.1(\.\d+)?/,
    debianPackage: 'lua5.1',
    options: [],
  }),
  realLua({
    name: 'luajit',
    programs: ['luajit'],
    version: /LuaJIT \d[^ ]*/,
    debianPackage: 'luajit',
    options: ['-E'],
    otherEngineOptions: ['-E', '-joff'],
  }),
  node,
];
