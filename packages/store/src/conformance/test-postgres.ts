export { startPostgres, type TestPostgres } from '@crossvault/testkit';
