/** `controller 3`, `controller 10 and 2 others`; empty where there is only one. */
export function controllerText({ controller, other_controllers: others }) {
    if (controller === undefined)
        return '';
    const more = others === undefined ? '' : others === 1 ? ' and 1 other' : ` and ${others} others`;
    return `controller ${controller}${more}`;
}
