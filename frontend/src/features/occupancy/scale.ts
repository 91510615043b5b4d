/** The steps of use, from little to much; a step is a colour and a range in words, and the number is always printed. */
export const STEPS = [0, 0.4, 0.6, 0.8] as const
export type Step = 0 | 1 | 2 | 3

/** Which step a share of 1 belongs to, by the percent that is printed: 79.6 % is printed 80 and coloured 80. */
export function stepOfShare(share: number): Step {
  const shown = Math.round(share * 100) / 100
  if (shown >= STEPS[3]) return 3
  if (shown >= STEPS[2]) return 2
  return shown >= STEPS[1] ? 1 : 0
}
