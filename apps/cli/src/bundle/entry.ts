#!/usr/bin/env node
import '../require-node.ts';

import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The entry of the bundled command. Node keeps compiled code in a folder of this user: in the system's folder for temporary
 * files, another user could have prepared it. Where no folder can be made, Node compiles every time.
 */
const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
enableCompileCache(join(caches, 'crossvault', 'node'));
await import('../main.ts');
