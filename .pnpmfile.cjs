// One line instead of the installer's output, which pnpm-workspace.yaml limits to errors.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

module.exports = {
  hooks: {
    updateConfig(config) {
      if (!existsSync(join(__dirname, 'node_modules', '.modules.yaml')) && process.argv.includes('install')) {
        process.stderr.write('Installing the dependencies of this clone: about 30 seconds.\n');
      }
      return config;
    },
  },
};
