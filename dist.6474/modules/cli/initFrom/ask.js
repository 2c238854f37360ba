import { createInterface } from 'node:readline/promises';
import { visibleLine } from '../../base/visible.js';
import { amountExamples, readAmount } from '../../derive/questions.js';
/** Wrong answers to one question, after which its default is taken. */
const TRY_LIMIT = 3;
/**
 * Puts questions to whoever sits at the terminal.
 *
 * An empty line takes the default, and so does `?` for "don't know"; at the end of input the rest takes its default.
 * @param shown a default in words
 * @returns the answers that were given, by key
 */
export async function askQuestions(questions, { input, output }, shown) {
    const answers = new Map();
    const reader = createInterface({ input, output });
    // A terminal in raw mode tells of Ctrl-C by an event of its own.
    reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    const nextLine = linesOf(reader);
    try {
        for (const [index, question] of questions.entries()) {
            const head = `? ${index + 1}/${questions.length} ${question.text} [${shown(question)}, ? don't know] `;
            for (let tries = 0; tries < TRY_LIMIT; tries++) {
                const line = await nextLine(visibleLine(head));
                if (line === undefined)
                    return answers;
                const text = line.trim();
                if (text === '' || /^(\?|don'?t know|dk)$/i.test(text))
                    break;
                const amount = readAmount(text, question.unit);
                if (amount !== undefined) {
                    answers.set(question.key, { ...amount, basis: 'asked', from: 'answered' });
                    break;
                }
                output.write(`    ${visibleLine(text)} is not understood: write ${amountExamples[question.unit]}\n`);
            }
        }
        return answers;
    }
    finally {
        reader.close();
    }
}
/** Lines one by one, undefined after the last; what was typed or pasted ahead of its question is kept. */
function linesOf(reader) {
    const lines = [];
    let isClosed = false;
    let wake = () => { };
    reader.on('line', (line) => {
        lines.push(line);
        wake();
    });
    reader.once('close', () => {
        isClosed = true;
        wake();
    });
    return async (prompt) => {
        if (isClosed && lines.length === 0)
            return undefined;
        reader.setPrompt(prompt);
        if (!isClosed)
            reader.prompt();
        while (lines.length === 0 && !isClosed)
            await new Promise((done) => {
                wake = done;
            });
        return lines.shift();
    };
}
