import { buildDistribution } from '../random/distributions/index.js';
/** Draws made at a time: a tight loop costs half of one call a request, and no other purpose shares the stream. */
const blockLength = 128;
/** One purpose of a class: drawn in sequence by open sources, by (user, iteration) by closed ones. */
class Purpose {
    #distribution;
    #sequence;
    #indexed;
    #block = new Float64Array(blockLength);
    #used = blockLength;
    constructor(name, distribution, context) {
        this.#distribution = distribution;
        this.#sequence = context.stream(name);
        this.#indexed = context.indexedStream(name);
    }
    /** The next draw of the sequence. */
    next() {
        if (this.#used === blockLength)
            this.#refill();
        return this.#block[this.#used++];
    }
    /** The next `count` draws of the sequence. */
    fill(into, count) {
        let filled = 0;
        while (filled < count && this.#used < blockLength)
            into[filled++] = this.#block[this.#used++];
        this.#draw(into, filled, count);
    }
    /** The draw of a user's iteration, whatever was drawn before. */
    at(userIndex, iteration) {
        this.#indexed.seek(userIndex, iteration);
        return this.#distribution.sample(this.#indexed);
    }
    #refill() {
        this.#draw(this.#block, 0, blockLength);
        this.#used = 0;
    }
    #draw(into, from, to) {
        const distribution = this.#distribution;
        const sequence = this.#sequence;
        if (distribution.fill !== undefined)
            distribution.fill(sequence, into, from, to);
        else
            for (let index = from; index < to; index++)
                into[index] = distribution.sample(sequence);
    }
}
/**
 * The numbers one request brings, drawn at its arrival whether used or not.
 *
 * Each purpose has a stream of its own, and which purposes there are depends on the scenario only; so every policy meets
 * the same requests. Hot: no allocation per request.
 */
export class RequestSampler {
    #cpu;
    #io;
    #patience;
    #route;
    #error;
    #drawsErrors;
    cpuSeconds = 0;
    ioSeconds = 0;
    /** Infinity without patience. */
    patienceSeconds = Number.POSITIVE_INFINITY;
    /** 0 when there is only one route. */
    routeUniform = 0;
    /** 1 when neither the class nor a fault can make an error. */
    errorUniform = 1;
    constructor(settings, context, options) {
        const purpose = (name, distribution) => new Purpose(name, distribution, context);
        const { cpu, io, patience, route } = settings;
        this.#cpu = cpu && purpose('cpu', buildDistribution(cpu));
        this.#io = io && purpose('io', buildDistribution(io));
        this.#patience = patience && purpose('patience', buildDistribution(patience));
        this.#route = typeof route === 'string' ? undefined : purpose('route', uniform);
        this.#error = purpose('error', uniform);
        this.#drawsErrors = options.drawsErrors || settings.errorRate > 0;
    }
    /** Draws the next request of an open source. */
    drawNext() {
        if (this.#cpu !== undefined)
            this.cpuSeconds = this.#cpu.next();
        if (this.#io !== undefined)
            this.ioSeconds = this.#io.next();
        if (this.#patience !== undefined)
            this.patienceSeconds = this.#patience.next();
        if (this.#route !== undefined)
            this.routeUniform = this.#route.next();
        if (this.#drawsErrors)
            this.errorUniform = this.#error.next();
    }
    /** Draws the next `count` requests of an open source. */
    fill(block, count) {
        this.#cpu?.fill(block.cpuSeconds, count);
        this.#io?.fill(block.ioSeconds, count);
        this.#patience?.fill(block.patienceSeconds, count);
        this.#route?.fill(block.routeUniforms, count);
        if (this.#drawsErrors)
            this.#error.fill(block.errorUniforms, count);
        else
            block.errorUniforms.fill(1);
    }
    /** Puts the request drawn last into the block. */
    store(block, arrival) {
        block.cpuSeconds[arrival] = this.cpuSeconds;
        block.ioSeconds[arrival] = this.ioSeconds;
        block.patienceSeconds[arrival] = this.patienceSeconds;
        block.routeUniforms[arrival] = this.routeUniform;
        block.errorUniforms[arrival] = this.errorUniform;
    }
    /** Draws the request of a user's iteration. */
    drawAt(userIndex, iteration) {
        if (this.#cpu !== undefined)
            this.cpuSeconds = this.#cpu.at(userIndex, iteration);
        if (this.#io !== undefined)
            this.ioSeconds = this.#io.at(userIndex, iteration);
        if (this.#patience !== undefined)
            this.patienceSeconds = this.#patience.at(userIndex, iteration);
        if (this.#route !== undefined)
            this.routeUniform = this.#route.at(userIndex, iteration);
        if (this.#drawsErrors)
            this.errorUniform = this.#error.at(userIndex, iteration);
    }
}
const uniform = { sample: (stream) => stream.uniform(), meanSeconds: 0.5, variance: 1 / 12 };
