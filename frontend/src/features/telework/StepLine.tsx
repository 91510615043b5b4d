import { useTranslation } from 'react-i18next'
import { CheckIcon, CloseIcon } from '#/ui/icons'
import type { TeleworkRequest } from './queries'
import { type StepLook, stepsOf } from './steps'

const DOTS: Record<StepLook, string> = {
  done: 'border-free bg-white text-free-text',
  now: 'border-accent bg-accent text-white',
  stopped: 'border-warn bg-white text-warn-text',
  coming: 'border-dashed border-solid-gray-420 bg-white',
}
const WORDS: Record<StepLook, string> = {
  done: '',
  now: 'font-bold text-link',
  stopped: 'font-bold text-warn-text',
  coming: 'text-quiet',
}

/** From the request to the confirmed report: what is done, where it stands, what is to come. */
export function StepLine({ state }: Pick<TeleworkRequest, 'state'>) {
  const { t } = useTranslation('telework')
  return (
    <ol aria-label={t('steps.label')} className="grid max-w-140 auto-cols-fr grid-flow-col">
      {stepsOf(state).map(({ name, look }, place) => (
        <li
          key={name}
          aria-current={look === 'now' ? 'step' : undefined}
          className="relative flex flex-col items-center gap-1 text-center text-sm"
        >
          {place > 0 && (
            <span
              aria-hidden="true"
              className={`absolute top-3.5 right-1/2 left-[-50%] h-0.5 ${look === 'coming' ? 'bg-card' : 'bg-free'}`}
            />
          )}
          <span
            aria-hidden="true"
            className={`relative z-1 flex size-7 items-center justify-center rounded-full border-2 ${DOTS[look]}`}
          >
            {look === 'done' && <CheckIcon size={16} />}
            {look === 'stopped' && <CloseIcon size={16} />}
            {look === 'now' && <span className="size-2 rounded-full bg-white" />}
          </span>
          <span className={WORDS[look]}>
            {t(`steps.${name}`)}
            <span className="sr-only">{t(`steps.${look}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
