/** How every request introduces itself. A test keeps the version that of the package. */
export const userAgent = 'crossvault/0.1.0';
