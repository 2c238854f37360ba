import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { playSequence } from '../playSequence.js';
import { driver } from '../realLua/driver.js';
import { startRemote } from '../realLua/remotePolicy.js';
import { Session } from '../realLua/session.js';
import { twistedLua } from '../twists/luaTwist.js';
/** Memory of one interpreter, and seconds of its processor: the policy's own limits are ours to keep, these are the last. */
const memoryLimitBytes = 512 * 1024 * 1024;
const processorLimitSeconds = 30;
/** An interpreter as it is installed: it runs the policy's code as it is, without the libraries that reach outside. */
export function realLua({ name, programs, version, debianPackage, options, otherEngineOptions }) {
    return {
        name,
        install: `apt-get install ${debianPackage}`,
        runs: (spec) => spec.kind === 'lua',
        find() {
            for (const program of programs) {
                const file = onPath(program);
                const text = file === undefined ? undefined : versionOf(file);
                const found = text === undefined ? undefined : version.exec(text);
                if (file === undefined || found === undefined || found === null)
                    continue;
                return foundLua(name, { file, version: found[0], options, otherEngineOptions: otherEngineOptions ?? options });
            }
            return undefined;
        },
    };
}
function foundLua(runtimeName, { file, version, options, otherEngineOptions }) {
    const limiter = onPath('prlimit');
    return {
        version,
        async play({ spec, sequence, environment }) {
            const { twist, runCount, variables, isOtherEngine } = environment;
            // safe: `runs` is true for Lua alone.
            const lua = spec;
            const code = twistedLua(lua.code, { twist, isRepeated: runCount > 1 });
            const sessions = [];
            const open = () => {
                const command = [file, ...(isOtherEngine ? otherEngineOptions : options), '-e', driver];
                const limits = [`--as=${memoryLimitBytes}`, `--cpu=${processorLimitSeconds}`, '--core=0'];
                const [program, ...rest] = limiter === undefined ? command : [limiter, ...limits, ...command];
                const session = new Session({ file: program, arguments: rest, environment: variables });
                sessions.push(session);
                return session;
            };
            try {
                return await playSequence({
                    ...sequence,
                    runCount,
                    start: (host) => startRemote({ spec: { ...lua, code }, runtimeName, host, open }),
                });
            }
            finally {
                for (const session of sessions)
                    session.close();
            }
        },
    };
}
function versionOf(file) {
    const { stdout, stderr, error } = spawnSync(file, ['-v'], {
        encoding: 'utf8',
        timeout: 5_000,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    return error === undefined ? `${stdout}${stderr}` : undefined;
}
/** The program of that name that a shell would start. */
function onPath(program) {
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
    return folders.map((folder) => join(folder, program)).find(isExecutable);
}
function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    }
    catch {
        // Not there, or not ours to run: the next folder may have it.
        return false;
    }
}
