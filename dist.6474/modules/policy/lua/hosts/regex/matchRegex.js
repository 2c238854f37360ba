import { otherCase } from './unitSets.js';
/** A hot file. */
/** PCRE gives up after so many tries: PCRE_ERROR_MATCHLIMIT. */
const tryLimit = 10_000_000;
const stackLimit = 3_000_000;
const stepsPerReport = 1_000;
/** The matcher gave up; `code` is PCRE's. */
export class MatchLimitError extends Error {
    code = -8;
}
const choice = 0;
const undo = 1;
const shorter = 2;
/**
 * A backtracking matcher whose stack is its own.
 *
 * Problem: JavaScript's engine may run for hours on one expression and cannot be stopped at a step that is the same
 * everywhere. Idea: Spencer's algorithm as in pcre2_match.c, with the alternatives that are left on a stack of numbers, and
 * steps that are counted and reported. Cost: exponential at worst, which is why it counts.
 */
export class RegexMatcher {
    /** Begin and end of each group, -1 where it took no part. */
    slots = [];
    #program;
    #subject;
    #report;
    #stack = [];
    #stepCount = 0;
    #total = 0;
    constructor(program, subject, report) {
        this.#program = program;
        this.#subject = subject;
        this.#report = report;
    }
    /** The first match that begins at `from` or, unless it is anchored, behind it. @throws MatchLimitError */
    search(from, isAnchored) {
        const last = isAnchored ? from : this.#subject.length;
        for (let begin = from; begin <= last; begin++) {
            this.slots = new Array(this.#program.rowCount).fill(-1);
            this.#stack = [];
            this.#total = 0;
            this.#count(1 + this.#program.rowCount / 8);
            const end = this.#run(this.#program.steps, begin);
            if (end === -1)
                continue;
            this.slots[0] = begin;
            this.slots[1] = end;
            return true;
        }
        return false;
    }
    #count(steps) {
        this.#stepCount += steps;
        if (this.#stepCount < stepsPerReport)
            return;
        this.#total += this.#stepCount;
        this.#report(Math.ceil(this.#stepCount));
        this.#stepCount = 0;
        if (this.#total > tryLimit || this.#stack.length > stackLimit)
            throw new MatchLimitError('match limit exceeded');
    }
    /** Runs steps from a place on: the end of their first match, -1 without one. Its alternatives stay on the stack. */
    #run(steps, begin) {
        const floor = this.#stack.length;
        let pc = 0;
        let at = begin;
        while (true) {
            this.#count(1);
            const step = steps[pc];
            if (step.op === 'end')
                return at;
            const next = this.#step(step, pc, at);
            if (next >= 0) {
                at = next;
                pc = this.#pc;
                continue;
            }
            const resumed = this.#backtrack(floor);
            if (resumed === -1)
                return -1;
            at = resumed;
            pc = this.#pc;
        }
    }
    #pc = 0;
    /** Where a step leads to; -1 when it fails. Sets the next step. */
    #step(step, pc, at) {
        const subject = this.#subject;
        this.#pc = pc + 1;
        switch (step.op) {
            case 'set':
                return at < subject.length && step.has(subject[at]) ? at + 1 : -1;
            case 'run':
                return this.#unitRun(step, at);
            case 'split':
                this.#stack.push(at, step.second, choice);
                this.#pc = step.first;
                return at;
            case 'jump':
                this.#pc = step.to;
                return at;
            case 'save':
                this.#set(step.slot, at);
                return at;
            case 'progress':
                if (this.slots[step.slot] === at)
                    this.#pc = step.exit;
                return at;
            case 'assert':
                return step.holds(subject, at) ? at : -1;
            case 'back':
                return this.#back(step, at);
            case 'atomic': {
                const height = this.#stack.length;
                const end = this.#run(step.steps, at);
                if (end !== -1)
                    this.#keepUndo(height);
                this.#pc = pc + 1;
                return end;
            }
            case 'look':
                return this.#look(step, at);
        }
    }
    #set(slot, value) {
        this.#stack.push(this.slots[slot], slot, undo);
        this.slots[slot] = value;
    }
    #unitRun({ has, least, most, isFinal }, at) {
        const subject = this.#subject;
        const last = Math.min(subject.length, at + most);
        let end = at;
        while (end < last && has(subject[end]))
            end++;
        this.#count((end - at) / 8);
        if (end - at < least)
            return -1;
        if (!isFinal && end - at > least)
            this.#stack.push(at + least, end - 1, this.#pc, shorter);
        return end;
    }
    #back({ index, ignoresCase }, at) {
        const begin = this.slots[2 * index];
        const end = this.slots[2 * index + 1];
        if (begin < 0 || end < 0)
            return -1;
        const subject = this.#subject;
        this.#count((end - begin) / 8);
        for (let offset = 0; offset < end - begin; offset++) {
            const wanted = subject[begin + offset];
            const found = at + offset < subject.length ? subject[at + offset] : -1;
            if (found !== wanted && !(ignoresCase && found >= 0 && otherCase(found) === wanted))
                return -1;
        }
        return at + end - begin;
    }
    #look({ looks, isNegative }, at) {
        const nextPc = this.#pc;
        const height = this.#stack.length;
        const isFound = looks.some(({ steps, back }) => {
            if (at < back)
                return false;
            const end = this.#run(steps, at - back);
            return end !== -1 && (back === 0 || end === at);
        });
        if (isFound && !isNegative)
            this.#keepUndo(height);
        else
            this.#unwind(height);
        this.#pc = nextPc;
        return isFound === isNegative ? -1 : at;
    }
    /** Drops the alternatives above a height, and keeps what restores groups on the way back. */
    #keepUndo(height) {
        const kept = [];
        const stack = this.#stack;
        for (let top = stack.length; top > height;) {
            const kind = stack[top - 1];
            if (kind === undo)
                kept.push(undo, stack[top - 2], stack[top - 3]);
            top -= kind === shorter ? 4 : 3;
        }
        stack.length = height;
        for (const value of kept.reverse())
            stack.push(value);
    }
    /** Takes everything above a height back. */
    #unwind(height) {
        while (this.#stack.length > height)
            this.#popEntry();
    }
    #popEntry() {
        const stack = this.#stack;
        const kind = stack.pop() ?? choice;
        if (kind === undo) {
            const slot = stack.pop() ?? 0;
            this.slots[slot] = stack.pop() ?? -1;
            return -1;
        }
        this.#pc = stack.pop() ?? 0;
        const at = stack.pop() ?? 0;
        if (kind === shorter) {
            const least = stack.pop() ?? 0;
            if (at > least)
                stack.push(least, at - 1, this.#pc, shorter);
        }
        return at;
    }
    /** The place of the newest alternative above the floor; -1 when none is left. */
    #backtrack(floor) {
        while (this.#stack.length > floor) {
            const at = this.#popEntry();
            if (at !== -1)
                return at;
        }
        return -1;
    }
}
