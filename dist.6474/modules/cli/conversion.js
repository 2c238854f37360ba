import { existsSync, realpathSync } from 'node:fs';
import { exitCode } from '../base/exitCode.js';
import { checkOutputs } from '../base/output/checkOutputs.js';
import { writeFiles } from '../base/output/writeFiles.js';
import { ProblemError } from '../base/problem.js';
import { visibleLine } from '../base/visible.js';
import { unknownName, usageError } from './usageError.js';
/** The operands of `import` and `export`: what kind, and which file. @throws ProblemError with exit code 2 */
export function kindAndFile(command, [name, file], kinds) {
    const names = kinds.map((kind) => kind.name);
    if (name === undefined) {
        const what = `${command} needs a KIND and a FILE`;
        const fix = `write for example dryscale ${command} ${names[0]} FILE. Kinds: ${names.join(', ')}.`;
        throw usageError({ code: 'missing-operand', what, why: 'The kind says how the file is read.', fix });
    }
    const kind = kinds.find((candidate) => candidate.name === name);
    if (kind === undefined)
        throw unknownName(`${command} KIND`, name, names);
    if (file !== undefined)
        return { kind, file };
    throw usageError({
        code: 'missing-operand',
        what: `${command} ${name} needs a FILE`,
        why: 'It is what is read.',
        fix: `write dryscale ${command} ${name} FILE.`,
    });
}
/** A setting that the kind does not have would be ignored. @throws ProblemError with exit code 2 */
export function rejectForeignSettings(command, { name, settings }, kinds, given) {
    for (const { name: owner, settings: owned } of kinds) {
        const foreign = owned.find((setting) => given[setting] && !settings.includes(setting));
        if (foreign === undefined)
            continue;
        throw usageError({
            code: 'foreign-option',
            what: `--${foreign} has no meaning for ${command} ${name}`,
            why: `It belongs to ${command} ${owner}.`,
            fix: 'leave it out.',
        });
    }
}
/**
 * Carries out a conversion: the file to --out and how to use it to stdout, or the text alone to stdout.
 *
 * @throws ProblemError with exit code 106 when the output is in the way, before anything is read
 */
export async function convert(input, { options, output }, make) {
    const { out, force } = options;
    if (out !== undefined)
        rejectTaken(out, input, force);
    const made = await make();
    const { text, usage } = made;
    // What is made in parts is known at its end.
    const isWhole = typeof text === 'string';
    const sayNotes = () => {
        for (const note of made.notes)
            output.note(note);
    };
    if (isWhole)
        sayNotes();
    if (out === undefined) {
        for (const part of isWhole ? [text] : text)
            await output.write(part);
        if (!isWhole)
            sayNotes();
        output.note(usage);
        return;
    }
    writeFiles([{ path: out, isNamed: true, text }]);
    if (!isWhole)
        sayNotes();
    await output.write([`wrote ${out}`, ...usage].map((line) => `${visibleLine(line)}\n`).join(''));
}
function rejectTaken(out, input, force) {
    checkOutputs([{ path: out, isNamed: true }]);
    if (!existsSync(out))
        return;
    const isInput = existsSync(input) && realpathSync(out) === realpathSync(input);
    if (force && !isInput)
        return;
    throw new ProblemError([
        {
            code: isInput ? 'output-is-input' : 'file-exists',
            where: { file: out },
            what: isInput ? 'is the file that is read' : 'is there already',
            why: 'It would be overwritten.',
            fix: isInput ? 'name another file.' : 'add --force, or name another file.',
        },
    ], exitCode.outputBlocked);
}
