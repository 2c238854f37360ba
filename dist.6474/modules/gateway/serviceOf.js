/** The service a request goes to, by its uniform draw. */
export function serviceOf({ routes }, routeUniform) {
    let index = 0;
    while (index < routes.length - 1 && routeUniform >= routes[index].cumulativeShare)
        index++;
    return routes[index].service;
}
