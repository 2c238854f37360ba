const noConfig = 'no haproxy.cfg is read. Keep it in a local of the file';
/** Functions of `core` that need HAProxy's configuration, its traffic or its addresses. */
export const refusedFunctions = {
    get_patref: noConfig,
    get_var: noConfig,
    add_acl: noConfig,
    del_acl: noConfig,
    set_map: noConfig,
    del_map: noConfig,
    parse_addr: 'all hosts of the simulated API have the same address. Use their names',
    match_addr: 'all hosts of the simulated API have the same address. Use their names',
    http_date: 'nobody sends dates here. Use core.now().sec',
    imf_date: 'nobody sends dates here. Use core.now().sec',
    rfc850_date: 'nobody sends dates here. Use core.now().sec',
    asctime_date: 'nobody sends dates here. Use core.now().sec',
    use_native_mailers_config: 'nobody gets mails here. Use core.Alert',
};
