import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { optionalText } from '../base/userFile.js';
import { resultLimitBytes } from '../results/readResultDocument.js';
/** Only this machine can ask. */
const host = '127.0.0.1';
/** Nobody's registered port (IANA); where it is busy, the next free one of a hundred. */
const firstPort = 7357;
const portCount = 100;
const emptyPage = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>dryscale</title></head><body><p>No report yet: see the terminal.</p></body></html>';
/**
 * Shows the written page on a local address, and has open pages load again when there is a new one.
 *
 * The file itself stays without network; only what is served may ask this server, and only for events.
 */
export class PageServer {
    #file;
    #server;
    #listeners = new Set();
    #round = 0;
    constructor(file) {
        this.#file = file;
        this.#server = createServer((request, response) => this.#answer(request, response));
    }
    /** @throws ProblemError with exit code 106 when no port is free */
    static async start(file) {
        const page = new PageServer(file);
        for (let port = firstPort; port < firstPort + portCount; port++) {
            if (await listens(page.#server, port))
                return page;
        }
        const what = `the ports ${firstPort}..${firstPort + portCount - 1} of ${host} are all in use`;
        const why = 'The page that --watch keeps up to date needs one.';
        const fix = 'free one, or write no page: --report json.';
        throw new ProblemError([{ code: 'no-port', where: {}, what, why, fix }], exitCode.outputBlocked);
    }
    get address() {
        return `http://${this.#host()}/`;
    }
    /** Tells open pages that the file is a new one. */
    refresh() {
        this.#round++;
        for (const response of this.#listeners)
            response.write(this.#event());
    }
    close() {
        this.#server.close();
        this.#server.closeAllConnections();
    }
    #host() {
        const address = this.#server.address();
        return `${host}:${typeof address === 'object' && address !== null ? address.port : 0}`;
    }
    /** A page of an earlier session must not take its round for one of this. */
    get #version() {
        return `${process.pid}-${this.#round}`;
    }
    #event() {
        return `data: ${this.#version}\n\n`;
    }
    #answer(request, response) {
        const refusal = this.#refusal(request);
        if (refusal !== undefined) {
            response.writeHead(refusal.status, { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8' });
            response.end(`${refusal.text}\n`);
        }
        else if (request.url === '/events') {
            this.#listen(response);
        }
        else {
            const page = optionalText(this.#file, resultLimitBytes) ?? emptyPage;
            response.writeHead(200, { ...commonHeaders, 'content-type': 'text/html; charset=utf-8' });
            response.end(livePage(page, this.#version));
        }
    }
    #refusal({ method, url, headers }) {
        // Another name for this address is how a foreign web page would read a local one (DNS rebinding).
        const names = [this.#host(), this.#host().replace(host, 'localhost')];
        if (!names.includes(headers.host ?? ''))
            return { status: 403, text: 'this address is for this machine only' };
        if (method !== 'GET')
            return { status: 405, text: 'only GET' };
        return url === '/' || url === '/events' ? undefined : { status: 404, text: 'nothing here; the page is at /' };
    }
    #listen(response) {
        response.writeHead(200, { ...commonHeaders, 'content-type': 'text/event-stream' });
        response.write(`retry: 1000\n${this.#event()}`);
        this.#listeners.add(response);
        response.on('close', () => this.#listeners.delete(response));
    }
}
const commonHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
function listens(server, port) {
    return new Promise((done, fail) => {
        const onError = (error) => {
            if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
                done(false);
            else
                fail(error);
        };
        server.once('error', onError);
        server.listen(port, host, () => {
            server.off('error', onError);
            done(true);
        });
    });
}
/** The page with a script that loads it again when a newer one is told of; its policy allows just that script and this server. */
export function livePage(page, version) {
    const script = `const seen=${JSON.stringify(version)};new EventSource('/events').onmessage=(event)=>{if(event.data!==seen)location.reload()}`;
    const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
    const widened = page.replace(/(http-equiv="Content-Security-Policy" content=")([^"]*)/, (_, head, policy) => {
        const allowed = policy.replace(/script-src( 'none')?/, () => `script-src ${hash}`);
        return `${head}${allowed}; connect-src 'self'`;
    });
    const at = widened.lastIndexOf('</body>');
    const split = at === -1 ? widened.length : at;
    return `${widened.slice(0, split)}<script>${script}</script>${widened.slice(split)}`;
}
