import './interpreter/luaTable.js';
