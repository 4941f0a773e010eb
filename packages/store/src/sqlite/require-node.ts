// Imported first, and without an import of its own: on an older Node, libraries fail with errors that name no version.
// These releases are the first that bring an SQLite which loses nothing (sqlite-version.ts); all of 26 do.
const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
const isPermitted =
  (major === 22 && (minor > 22 || (minor === 22 && patch >= 3))) || (major === 24 && minor >= 15) || major >= 26;
if (!isPermitted) {
  throw new Error(`@crossvault/store requires Node 22.22.3+, 24.15+ or 26+; this is Node ${process.versions.node}.`);
}
