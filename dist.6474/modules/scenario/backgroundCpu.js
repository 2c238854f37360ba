/** What burns beside requests has to leave them something, and cannot be more than there is. */
export function backgroundCpu({ services }) {
    return Object.entries(services).flatMap(([name, { instance }]) => {
        const { vcpus, baseCpu = 0, startupCpu } = instance;
        const path = ['services', name, 'instance'];
        if (baseCpu >= vcpus) {
            return [
                {
                    code: 'base-cpu-above-vcpus',
                    path: [...path, 'baseCpu'],
                    what: `is ${baseCpu}, but the instance has ${vcpus} vCPUs`,
                    why: 'Nothing would be left for requests, so none would ever end.',
                    fix: 'lower it below `vcpus`.',
                },
            ];
        }
        const room = vcpus - baseCpu;
        if (startupCpu === undefined || startupCpu.cores <= room)
            return [];
        return [
            {
                code: 'startup-cpu-above-vcpus',
                path: [...path, 'startupCpu', 'cores'],
                what: `is ${startupCpu.cores}, but baseCpu leaves ${room} of ${vcpus} vCPUs`,
                why: `A start cannot burn more than there is: it counts as ${room}.`,
                fix: `write ${room} or less, or raise \`vcpus\`.`,
                isWarning: true,
            },
        ];
    });
}
