/** Long and opaque like the vendor's: an XML continuation token of its table storage, here around a position in the list. */
export const writeSkipToken = (position: string): string => {
  const row = Buffer.from(position).toString('base64url');
  return [
    '<ContinuationToken><Version>2.0</Version><Type>Table</Type>',
    '<NextPartitionKey>1!48!am9ic3N0YXJ0dGltZWluZGV4</NextPartitionKey>',
    `<NextRowKey>1!${row.length}!${row}</NextRowKey>`,
    '<TargetLocation>Primary</TargetLocation></ContinuationToken>',
  ].join('');
};

export const readSkipToken = (token: string): string | null => {
  const row = /<NextRowKey>1!\d+!([\w-]+)<\/NextRowKey>/.exec(token)?.[1];
  return row === undefined ? null : Buffer.from(row, 'base64url').toString('utf8');
};
