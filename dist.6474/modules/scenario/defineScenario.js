/** Types a scenario written in TypeScript; returns it unchanged. */
export function defineScenario(scenario) {
    return scenario;
}
