export { findUnannounced, packagesIn } from './api-report/changesets.ts';
export { compareReports } from './api-report/compare-reports.ts';
export { programsOf } from './outside/programs.ts';
export { readPublicPackage } from './public-packages.ts';
