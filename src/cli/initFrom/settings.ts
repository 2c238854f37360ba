import { type Answer, amountExamples, type Question, questionKeys, readAmount } from '../../derive/questions.js';
import { applySettings } from '../../scenario/settings.js';
import { unknownName, usageError } from '../usageError.js';

/** `--set` of `init --from`, by what it means. */
export interface InitSettings {
  /** `--set service=NAME`. */
  readonly service: string | undefined;
  /** `--set model=MODEL@GPU`. */
  readonly model: string | undefined;
  /** Answers as typed, by the key of their question. */
  readonly typed: ReadonlyMap<string, string>;
  /** Settings of the scenario itself: `services.web.zones=3`. */
  readonly ofScenario: readonly string[];
}

/** @throws ProblemError with exit code 2 for a key that is no question's and no path of a scenario */
export function readSettings(set: readonly string[]): InitSettings {
  const typed = new Map<string, string>();
  const ofScenario: string[] = [];
  for (const setting of set) {
    const split = setting.indexOf('=');
    const [key, value] = [setting.slice(0, Math.max(0, split)), setting.slice(split + 1)];
    if (key.includes('.')) ofScenario.push(setting);
    else if (questionKeys.some((one) => one === key)) typed.set(key, value);
    else
      throw unknownName('--set KEY', key === '' ? setting : key, [
        ...questionKeys,
        'or a path such as services.web.zones',
      ]);
  }
  applySettings({}, ofScenario);
  return { service: typed.get('service'), model: typed.get('model'), typed, ofScenario };
}

/** What a person typed as an answer. @throws ProblemError with exit code 2 */
export function answerOf(question: Question, text: string, from: string): Answer {
  const amount = readAmount(text, question.unit);
  if (amount !== undefined) return { ...amount, basis: 'asked', from };
  throw usageError({
    code: 'bad-answer',
    what: `--set ${question.key}=${text} is no answer to: ${question.text}`,
    why: `It takes ${amountExamples[question.unit]}.`,
    fix: `write for example --set ${question.key}=${amountExamples[question.unit].split(',')[0].replace('a whole number such as ', '')}.`,
  });
}

/** An answer to what is not asked of such a service would change nothing. @throws ProblemError with exit code 2 */
export function rejectIdle({ typed }: InitSettings, questions: readonly Question[], isModelServer: boolean): void {
  const asked = ['service', ...(isModelServer ? ['model'] : []), ...questions.map(({ key }) => key)];
  const idle = [...typed.keys()].find((key) => !asked.includes(key));
  if (idle === undefined) return;
  throw usageError({
    code: 'idle-setting',
    what: `--set ${idle}= means nothing here`,
    why: isModelServer
      ? 'The files are of a model server: tokens say what its requests cost.'
      : 'No file is of a model server: neither a result of vllm bench serve nor its /metrics.',
    fix: isModelServer ? `leave it out; what is asked: ${asked.join(', ')}.` : 'add one, or leave it out.',
  });
}
