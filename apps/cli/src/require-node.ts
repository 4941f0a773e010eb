// Imported first, and without an import of its own: on an older Node, libraries fail with errors of their own, and an
// error that is thrown while a command is loaded prints a stack. The store's releases: it is loaded with most commands.
const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
const isPermitted =
  (major === 22 && (minor > 22 || (minor === 22 && patch >= 3))) || (major === 24 && minor >= 15) || major >= 26;
if (!isPermitted) {
  process.stderr.write(
    `@crossvault/cli requires Node 22.22.3+, 24.15+ or 26+; this is Node ${process.versions.node}.\n`,
  );
  // A monitoring system reads the exit code of `check`: 3 is unknown.
  process.exit(process.argv.includes('check') ? 3 : 1);
}
