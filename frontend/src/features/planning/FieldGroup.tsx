import type { ReactNode } from 'react'

/** Fields that belong together, under their words. */
export function FieldGroup({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-4 border-t border-card p-0 pt-5">
      <legend className="float-left w-full p-0 text-lg font-bold">{title}</legend>
      {lead && <p className="clear-both max-w-[44em] text-sm text-quiet">{lead}</p>}
      <div className="clear-both flex flex-col gap-5">{children}</div>
    </fieldset>
  )
}
