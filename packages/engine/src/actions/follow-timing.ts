/** How operations are followed: all waits and bounds in one place. */
export const followPace = {
  /** The first look, and the longest wait between two. */
  leastMs: 2_000,
  mostMs: 60_000,
  /** What has gone on for so many times this long is looked at this often, between the two above. */
  ageShare: 20,
  /** Waits after looks that failed double up to this. */
  longestBackoffMs: 600_000,
  /** Waits before the looks at a change whose answer was lost. When none has shown it, the operation becomes unknown. */
  lostWaitsMs: [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000],
  /** Waits before the looks at an unknown operation, a day in all: what the vendor shows late still becomes the truth. */
  laterWaitsMs: [300_000, 600_000, 1_200_000, 2_400_000, 7_200_000, 14_400_000, 28_800_000, 28_800_000],
  /** A job that the vendor has named may take so long to show up. */
  unseenJobMs: 600_000,
  /** What has been followed for so long is not looked at any more once a look fails. */
  longestMs: 7 * 86_400_000,
  /** An unknown operation is looked at for whoever waits for it, so long after the last of the looks above. */
  onRequestMs: 6 * 86_400_000,
} as const;
