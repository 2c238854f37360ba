import { isTrue } from './triggerKind.js';
/** The kind that these facts describe: its value comes from the scenario, so most keys only have to be known. */
export function kindOf({ target, preset, isWhole, activation, activationPreset, needs, access, keys, isQueueBy, ...facts }) {
    const accessWords = wordsOf(access);
    return {
        ...facts,
        targetKeys: wordsOf(target),
        targetDefault: preset,
        ...(isWhole ? { isTargetWhole: true } : {}),
        activationKeys: wordsOf(activation),
        ...(activationPreset === undefined ? {} : { activationDefault: activationPreset }),
        neededKeys: [],
        placeNeeds: [...wordsOf(needs), ...accessWords],
        accessNeeds: accessWords,
        placeKeys: [...wordsOf(needs), ...accessWords].flatMap((keysOfOne) => keysOfOne.split('|')).concat(wordsOf(keys)),
        effects: {},
        metricGuess: (metadata) => (facts.isQueue && isQueueBy?.(metadata) !== false ? 'queue_depth' : undefined),
        metricSuffix: () => facts.type,
    };
}
function wordsOf(text) {
    return text === undefined ? [] : text.split(' ');
}
/** `ignoreNullValues`, for a type whose default is this. */
export function nullsRead0(preset) {
    return ({ ignoreNullValues }) => isTrue(ignoreNullValues, preset);
}
