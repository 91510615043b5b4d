export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'link' | 'destructive'
export type ButtonSize = 'small' | 'control' | 'primary' | 'big'

const KINDS: Record<ButtonKind, string> = {
  primary: 'border-accent bg-accent text-white hover:border-blue-1000 hover:bg-blue-1000',
  secondary: 'border-accent bg-white text-link hover:bg-ground',
  quiet: 'border-edge bg-white text-ink hover:bg-solid-gray-50',
  link: 'border-transparent text-link underline underline-offset-4 hover:decoration-2',
  destructive: 'border-danger bg-white text-danger hover:bg-red-50',
}
const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-11 px-3 text-sm',
  control: 'min-h-11 px-4',
  primary: 'min-h-12 px-5',
  big: 'min-h-14 px-6 text-lg',
}

/** The classes of a button; a link that acts as one takes them too. */
export function buttonLook(kind: ButtonKind = 'secondary', size: ButtonSize = 'control'): string {
  const weight = kind === 'quiet' ? 'font-normal' : 'font-bold'
  const pad = kind === 'link' ? 'min-h-11' : SIZES[size]
  return `inline-flex items-center justify-center gap-2 rounded-8 border leading-[1.4] whitespace-nowrap no-underline ${weight} ${pad} ${KINDS[kind]} disabled:border-card disabled:bg-solid-gray-50 disabled:text-faint disabled:no-underline`
}

/** A link within text. */
export const linkLook = 'text-link underline underline-offset-4 hover:decoration-2'
