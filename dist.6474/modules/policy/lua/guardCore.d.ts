import './interpreter/stringKey.js';
