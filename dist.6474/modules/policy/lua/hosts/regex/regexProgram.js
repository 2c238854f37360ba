import { fixedLength } from './parseRegex.js';
import { RegexError } from './regexNode.js';
/** Counted repetitions are written out. */
const stepLimit = 20_000;
/** Slots 2n and 2n + 1 hold begin and end of group n; those behind them belong to loops. @throws RegexError */
export function compileRegex({ node, groupCount, names }) {
    const compiler = new Compiler(2 * (groupCount + 1), groupCount);
    const steps = compiler.program(node);
    return { steps, rowCount: compiler.rowCount, totalStepCount: compiler.totalStepCount, groupCount, names };
}
class Compiler {
    rowCount;
    #groupCount;
    #steps = [];
    totalStepCount = 0;
    constructor(rowCount, groupCount) {
        this.rowCount = rowCount;
        this.#groupCount = groupCount;
    }
    program(node) {
        const outer = this.#steps;
        this.#steps = [];
        this.#node(node);
        this.#add({ op: 'end' });
        const steps = this.#steps;
        this.#steps = outer;
        return steps;
    }
    #add(step) {
        if (++this.totalStepCount > stepLimit)
            throw new RegexError('regular expression is too large', 0);
        this.#steps.push(step);
        return step;
    }
    #node(node) {
        if (node.kind === 'set')
            this.#add({ op: 'set', has: node.has });
        else if (node.kind === 'assert')
            this.#add({ op: 'assert', holds: node.holds });
        else if (node.kind === 'sequence')
            for (const part of node.parts)
                this.#node(part);
        else if (node.kind === 'choice')
            this.#choice(node.parts);
        else if (node.kind === 'repeat')
            this.#repeat(node);
        else if (node.kind === 'atomic')
            this.#add({ op: 'atomic', steps: this.program(node.body) });
        else if (node.kind === 'look')
            this.#look(node);
        else if (node.kind === 'back') {
            if (node.index > this.#groupCount)
                throw new RegexError('reference to non-existent subpattern', 0);
            this.#add({ op: 'back', index: node.index, ignoresCase: node.ignoresCase });
        }
        else {
            this.#add({ op: 'save', slot: 2 * node.index });
            this.#node(node.body);
            this.#add({ op: 'save', slot: 2 * node.index + 1 });
        }
    }
    #choice(parts) {
        const jumps = parts.slice(0, -1).map((part) => {
            const split = this.#add({ op: 'split', first: this.#steps.length + 1, second: 0 });
            this.#node(part);
            const jump = this.#add({ op: 'jump', to: 0 });
            split.second = this.#steps.length;
            return jump;
        });
        this.#node(parts[parts.length - 1]);
        for (const jump of jumps)
            jump.to = this.#steps.length;
    }
    #repeat({ body, least, most, mode }) {
        if (mode === 'possessive' && body.kind !== 'set') {
            this.#add({ op: 'atomic', steps: this.program({ kind: 'repeat', body, least, most, mode: 'greedy' }) });
            return;
        }
        if (body.kind === 'set' && mode !== 'lazy') {
            this.#add({ op: 'run', has: body.has, least, most, isFinal: mode === 'possessive' });
            return;
        }
        for (let count = 0; count < least; count++)
            this.#node(body);
        const isLazy = mode === 'lazy';
        if (most === Number.POSITIVE_INFINITY)
            this.#loop(body, isLazy);
        else
            this.#optional(body, { count: most - least, isLazy });
    }
    #loop(body, isLazy) {
        const slot = this.rowCount++;
        const start = this.#steps.length;
        const split = this.#add({ op: 'split', first: start + 1, second: start + 1 });
        this.#add({ op: 'save', slot });
        this.#node(body);
        const progress = this.#add({ op: 'progress', slot, exit: 0 });
        this.#add({ op: 'jump', to: start });
        progress.exit = this.#steps.length;
        if (isLazy)
            split.first = this.#steps.length;
        else
            split.second = this.#steps.length;
    }
    #optional(body, { count, isLazy }) {
        const splits = Array.from({ length: count }, () => {
            const split = this.#add({ op: 'split', first: this.#steps.length + 1, second: this.#steps.length + 1 });
            this.#node(body);
            return split;
        });
        for (const split of splits) {
            if (isLazy)
                split.first = this.#steps.length;
            else
                split.second = this.#steps.length;
        }
    }
    #look({ body, isAhead, isNegative }) {
        const parts = !isAhead && body.kind === 'choice' ? body.parts : [body];
        const looks = parts.map((part) => ({ steps: this.program(part), back: isAhead ? 0 : (fixedLength(part) ?? 0) }));
        this.#add({ op: 'look', looks, isNegative });
    }
}
