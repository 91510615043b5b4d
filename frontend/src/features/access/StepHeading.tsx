import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a step that came in place of another: it takes the focus, which stood on what is gone. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)

  // Synchronises the browser's focus with the step that has just appeared.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <h2 ref={heading} tabIndex={-1} className="text-xl leading-[1.5] font-bold">
      {children}
    </h2>
  )
}
