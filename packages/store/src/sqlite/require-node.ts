// Imported first, and without an import of its own: on an older Node, libraries fail with errors that name no version.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  throw new Error(`@crossvault/store requires Node 22.18 or newer; this is Node ${process.versions.node}.`);
}
