import { queryFacts } from '../series/queryFacts.js';
import { formOfUnit } from '../series/wordsOf.js';
const nameHead = /^(series|series ?name|metric|metric ?name|name|field|legend)$/i;
const plainHead = /^(value|values|#?value #?[a-z]?)$/i;
const unitBehind = /\s*[([]\s*([^()[\]]+?)\s*[)\]]\s*$/;
/** What a column of values says of a series: its header, or the words in the row, with labels and unit apart. */
export function columnMeta({ file, title, head, texts, isOnly }) {
    const named = texts.find((text) => nameHead.test(text.head));
    const text = named !== undefined && (isOnly || plainHead.test(head)) ? named.cell : head;
    const others = texts.filter((one) => one !== named).map((one) => [one.head, one.cell]);
    const { name, labels } = nameAndLabels(text);
    const unit = unitBehind.exec(name)?.[1];
    const isUnit = unit !== undefined && formOfUnit(unit) !== undefined;
    return {
        file,
        name: plainHead.test(name) ? '' : isUnit ? name.replace(unitBehind, '') : name,
        labels: { ...labels, ...Object.fromEntries(others) },
        title,
        ...(isUnit ? { unit } : {}),
    };
}
/** Grafana writes `name{label="value"}`, or the labels alone. */
function nameAndLabels(text) {
    const braces = /^([a-zA-Z_:][\w:]*)?\s*\{(.*)\}$/.exec(text.trim());
    if (braces === null)
        return { name: text.trim(), labels: {} };
    const facts = queryFacts(`${braces[1] ?? 'x'}{${braces[2]}}`);
    if (facts === undefined || facts.selectors.length !== 1)
        return { name: text.trim(), labels: {} };
    return {
        name: braces[1] ?? '',
        labels: Object.fromEntries(facts.selectors[0].matchers.map(({ label, value }) => [label, value])),
    };
}
