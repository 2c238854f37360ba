import { amountExamples, questionKeys, readAmount } from '../../derive/questions.js';
import { applySettings } from '../../scenario/settings.js';
import { unknownName, usageError } from '../usageError.js';
/** @throws ProblemError with exit code 2 for a key that is no question's and no path of a scenario */
export function readSettings(set) {
    const typed = new Map();
    const ofScenario = [];
    for (const setting of set) {
        const split = setting.indexOf('=');
        const [key, value] = [setting.slice(0, Math.max(0, split)), setting.slice(split + 1)];
        if (key.includes('.'))
            ofScenario.push(setting);
        else if (questionKeys.some((one) => one === key))
            typed.set(key, value);
        else
            throw unknownName('--set KEY', key === '' ? setting : key, [
                ...questionKeys,
                'or a path such as services.web.zones',
            ]);
    }
    applySettings({}, ofScenario);
    return { service: typed.get('service'), typed, ofScenario };
}
/** What a person typed as an answer. @throws ProblemError with exit code 2 */
export function answerOf(question, text, from) {
    const amount = readAmount(text, question.unit);
    if (amount !== undefined)
        return { ...amount, basis: 'asked', from };
    throw usageError({
        code: 'bad-answer',
        what: `--set ${question.key}=${text} is no answer to: ${question.text}`,
        why: `It takes ${amountExamples[question.unit]}.`,
        fix: `write for example --set ${question.key}=${amountExamples[question.unit].split(',')[0].replace('a whole number such as ', '')}.`,
    });
}
