import { amountText, basisText, inputNames } from '../../robustnessText.js';
/** More inputs move nothing that a reader could see. */
const barsMax = 12;
/** The inputs that were drawn, the strongest first; null where the document has no worlds, or cannot tell the inputs apart. */
export function tornadoDataOf({ scenario: { robustness, sensitivity }, labels }) {
    if (robustness === undefined || sensitivity === undefined)
        return null;
    const names = inputNames(robustness.inputs);
    const bars = sensitivity.flatMap(({ path, effect }) => {
        const input = robustness.inputs.find((one) => one.path === path);
        if (input === undefined || effect === null)
            return [];
        const at = robustness.flips.find((one) => one.path === path)?.at ?? null;
        const show = (amount) => amountText(input, amount);
        const flip = at === null ? '' : `; flips at ${show(at)}`;
        const detail = `${show(input.low)} to ${show(input.high)}, you: ${show(input.value)}, ${basisText(input)}${flip}`;
        return [{ name: names.get(path) ?? path, effect, detail }];
    });
    if (bars.length === 0)
        return null;
    const winner = robustness.winner ?? '';
    return { winner: labels.get(winner) ?? winner, bars: bars.slice(0, barsMax) };
}
