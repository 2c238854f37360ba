import { traceProblem } from './traceProblem.js';
/** Longest line of a table, and longest word, that is read. */
const LENGTH_LIMIT = 1_000_000;
const lineFeed = 10;
const carriageReturn = 13;
const blanks = [32, 9, 11, 12, 0xa0, 0xfeff];
/**
 * The lines of a text without their ends, which are LF, CR LF or CR alone; blank ones are left out and cost next to nothing.
 *
 * @throws ProblemError for a line that is far too long
 */
export function* lines(chunks, file) {
    let rest = '';
    let number = 1;
    let isAfterReturn = false;
    for (const chunk of chunks) {
        const text = rest + chunk;
        let start = 0;
        // What is left of the chunk before was looked through then.
        for (let index = rest.length; index < text.length; index++) {
            const character = text.charCodeAt(index);
            if (character === lineFeed && isAfterReturn && start === index)
                start++;
            else if (character === lineFeed || character === carriageReturn) {
                if (index > start) {
                    const line = text.slice(start, index);
                    if (line.length > LENGTH_LIMIT)
                        throw tooLong(file, number);
                    if (line.trim() !== '')
                        yield { number, text: line };
                }
                start = index + 1;
                number++;
            }
            isAfterReturn = character === carriageReturn;
        }
        rest = text.slice(start);
        if (rest.length > LENGTH_LIMIT)
            throw tooLong(file, number);
    }
    if (rest.trim() !== '')
        yield { number, text: rest };
}
/** Words separated by blanks and line ends, with the line they stand in. @throws ProblemError for a word that is far too long */
export function* words(chunks, file) {
    let rest = '';
    let number = 1;
    let isAfterReturn = false;
    for (const chunk of chunks) {
        const text = rest + chunk;
        let start = 0;
        for (let index = rest.length; index < text.length; index++) {
            const character = text.charCodeAt(index);
            const isEnd = character === lineFeed || character === carriageReturn;
            if (isEnd || blanks.includes(character)) {
                if (index > start)
                    yield { number, text: text.slice(start, index) };
                start = index + 1;
                if (isEnd && !(character === lineFeed && isAfterReturn))
                    number++;
            }
            isAfterReturn = character === carriageReturn;
        }
        rest = text.slice(start);
        if (rest.length > LENGTH_LIMIT)
            throw tooLong(file, number);
    }
    if (rest !== '')
        yield { number, text: rest };
}
function tooLong(file, line) {
    return traceProblem({
        file,
        line,
        code: 'line-too-long',
        what: `has a line of more than ${LENGTH_LIMIT} characters`,
        why: 'No row of a trace or log is that long.',
        fix: 'check that the file is a table or a log; counts separated by blanks have no `time` column.',
    });
}
