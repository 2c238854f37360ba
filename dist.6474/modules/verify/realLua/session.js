import { spawn } from 'node:child_process';
import { untilEnd } from '../../base/untilEnd.js';
/** Wall time that may pass between two requests: on a busy machine many times what the limits of a decision allow. */
const answerLimitMs = 30_000;
/** A policy that sends more in one line wants to fill our memory. */
const lineLimitBytes = 4_000_000;
/** The end of the interpreter instead of a request: why, as a sentence goes on after "the interpreter". */
export class SessionEnd extends Error {
    name = 'SessionEnd';
}
/** An interpreter at work: requests come, answers go, in turns. */
export class Session {
    #child;
    #buffer = '';
    #errors = '';
    #end;
    #waiting;
    constructor({ file, arguments: list, environment }) {
        this.#child = spawn(file, list, { env: { ...environment }, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
        const forget = untilEnd(() => this.close());
        this.#child.stdout.setEncoding('latin1').on('data', (text) => {
            this.#buffer += text;
            if (this.#buffer.length > lineLimitBytes)
                this.#stop('wrote more than 4 MB at once');
            else
                this.#wake();
        });
        this.#child.stderr.setEncoding('utf8').on('data', (text) => {
            if (this.#errors.length < 2_000)
                this.#errors += text;
        });
        this.#child.on('error', (error) => this.#stop(`cannot be started: ${error.message}`));
        this.#child.on('close', (code, signal) => {
            forget();
            const text = this.#errors.trim().split('\n', 1)[0];
            this.#stop(`ended${code === null ? ` by ${signal}` : ` with code ${code}`}${text === '' ? '' : `: ${text}`}`);
        });
        // A child that is gone has closed its input; its end is told by `close`.
        this.#child.stdin.on('error', () => { });
    }
    /** Hands over a table constructor. */
    answer(literal) {
        this.#child.stdin.write(`${literal}\n`);
    }
    /** The next request. @throws SessionEnd */
    async next() {
        const timer = setTimeout(() => this.#stop(`gave no answer within ${answerLimitMs / 1000} s of wall time`), answerLimitMs);
        try {
            for (;;) {
                const split = this.#buffer.indexOf('\n');
                if (split >= 0) {
                    const line = this.#buffer.slice(0, split);
                    this.#buffer = this.#buffer.slice(split + 1);
                    return readRequest(line);
                }
                if (this.#end !== undefined)
                    throw new SessionEnd(this.#end);
                await new Promise((done) => {
                    this.#waiting = done;
                });
            }
        }
        finally {
            clearTimeout(timer);
        }
    }
    close() {
        this.#child.kill('SIGKILL');
    }
    #stop(reason) {
        this.#end ??= reason;
        this.close();
        this.#wake();
    }
    #wake() {
        this.#waiting?.();
        this.#waiting = undefined;
    }
}
/** The mark of a number that JSON cannot hold. */
const numberMark = '\u0001';
function readRequest(line) {
    const value = JSON.parse(line, (_, field) => revive(field));
    if (!Array.isArray(value) || typeof value[0] !== 'string' || !Array.isArray(value[1])) {
        throw new SessionEnd('wrote a line that is no request');
    }
    return [value[0], value[1]];
}
/** Texts are bytes on their way; what is no UTF-8 becomes U+FFFD, as in our own interpreter. */
function revive(field) {
    if (typeof field === 'string')
        return Buffer.from(field, 'latin1').toString('utf8');
    if (typeof field !== 'object' || field === null || Array.isArray(field))
        return field;
    if (numberMark in field)
        return Number(field[numberMark]);
    return Object.fromEntries(Object.entries(field).map(([name, value]) => [Buffer.from(name, 'latin1').toString('utf8'), value]));
}
