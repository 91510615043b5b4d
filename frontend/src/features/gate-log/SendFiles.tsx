import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { FileButton } from '#/ui/FileButton'
import { OutgoingRow } from './OutgoingRow'
import { outbox, sendFiles } from './outbox'

const ACCEPT = '.csv,.gz,.txt,text/csv,application/gzip'

/** Choose gate logs, and see them on their way; what could not be sent stays to be sent again. */
export function SendFiles() {
  const { t } = useTranslation('gateLog')
  const files = useSyncExternalStore(outbox.subscribe, outbox.now)
  const going = files.some(({ standing }) => standing.kind === 'sending' || standing.kind === 'waiting')
  useListAsked(files.filter(({ standing }) => standing.kind === 'arrived').length)
  useAskedBeforeClosing(going)
  return (
    <div className="flex flex-col items-start gap-3">
      <FileButton accept={ACCEPT} multiple onFiles={sendFiles}>
        {t('choose')}
      </FileButton>
      <p className="max-w-[44em] text-sm text-quiet">{t('shape')}</p>
      {files.length > 0 && (
        <ul aria-label={t('send.title')} className="w-full rounded-8 border border-card">
          {files.map((outgoing) => (
            <li key={outgoing.id} className="border-t border-hair p-4 first:border-t-0">
              <OutgoingRow outgoing={outgoing} />
            </li>
          ))}
        </ul>
      )}
      {going && <p className="text-sm text-quiet">{t('send.stay')}</p>}
    </div>
  )
}

/** A file that arrived stands in the list of files at once. */
function useListAsked(arrived: number): void {
  const cache = useQueryClient()
  const before = useRef(arrived)
  // Synchronises with the outbox, which lives outside React: the server knows of one file more.
  useEffect(() => {
    if (arrived > before.current) void cache.invalidateQueries({ queryKey: ['get', '/gate-log/files/'] })
    before.current = arrived
  }, [arrived, cache])
}

/** The browser asks whether to leave while a file is on its way. */
function useAskedBeforeClosing(going: boolean): void {
  // Synchronises with the window, which can be closed at any time.
  useEffect(() => {
    if (!going) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [going])
}
