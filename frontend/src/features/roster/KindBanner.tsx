import { useTranslation } from 'react-i18next'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import type { Kind } from './standing'

/** Says on top of every page of the roster whether this is a drill: nobody may take one for the other. */
export function KindBanner({ kind }: { kind: Kind }) {
  const { t } = useTranslation('roster')
  const drill = kind === 'drill'
  return (
    <p
      role="note"
      className={`mb-4 flex items-center gap-3 rounded-8 px-4 py-2 ${drill ? 'border-4 border-double border-warn bg-orange-50' : 'bg-danger text-white'}`}
    >
      {drill ? <FlagIcon className="text-warn" /> : <WarningIcon />}
      <strong className={`text-xl tracking-[0.2em] ${drill ? 'text-warn-text' : ''}`}>
        {t(drill ? 'drill' : 'real')}
      </strong>
      <span className="text-sm">{t(drill ? 'drillLead' : 'realLead')}</span>
    </p>
  )
}
