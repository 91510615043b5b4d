import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#/api/client'
import { useProblemWords } from '#/api/useProblemWords'
import { FileButton } from '#/ui/FileButton'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import type { DeviceLogTaken } from './queries'

/** The log of terminals: a file is chosen and taken over whole, or what is wrong with it is listed. */
export function DeviceLogImport() {
  const { t } = useTranslation('record')
  const words = useProblemWords()
  const [name, setName] = useState('')
  const take = useMutation({ mutationFn: takeOver })
  const choose = ([file]: File[]) => {
    if (!file) return
    setName(file.name)
    take.mutate(file)
  }
  return (
    <div className="flex max-w-200 flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="max-w-[44em]">{t('deviceLog.what')}</p>
        <FileButton accept=".csv,text/csv" onFiles={choose}>
          {t(take.isIdle ? 'deviceLog.choose' : 'deviceLog.another')}
        </FileButton>
      </div>
      <div role="status">
        {take.isPending && <p>{t('deviceLog.reading', { file: name })}</p>}
        {take.data && take.data.mistakes_total === 0 && <Taken taken={take.data} file={name} />}
      </div>
      {take.data && take.data.mistakes_total > 0 && <Mistakes taken={take.data} file={name} />}
      {take.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(take.error).title}</p>
          {words(take.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

async function takeOver(file: File): Promise<DeviceLogTaken> {
  const { data } = await client.POST('/telework/device-logs/', {
    body: { file: file.name },
    // The contract names the file by text; what is sent is the file itself.
    bodySerializer: () => {
      const form = new FormData()
      form.append('file', file, file.name)
      return form
    },
  })
  if (!data) throw new Error('a file taken over without an answer')
  return data
}

interface TakenProps {
  taken: DeviceLogTaken
  file: string
}

function Taken({ taken: { read, stored, known }, file }: TakenProps) {
  const { t } = useTranslation('record')
  return (
    <div className="rounded-12 border border-card p-4 rail:p-6">
      <p className="flex items-center gap-2 font-bold">
        <CheckIcon className="text-free-text" />
        {t('deviceLog.taken', { file })}
      </p>
      <p className="mt-1">{t('deviceLog.counts', { read, stored, known })}</p>
    </div>
  )
}

function Mistakes({ taken: { mistakes, mistakes_total: total }, file }: TakenProps) {
  const { t } = useTranslation('record')
  return (
    <section role="alert" aria-labelledby="log-mistakes">
      <h2 id="log-mistakes" className="flex items-center gap-2 text-xl font-bold">
        <WarningIcon className="text-warn" />
        {t('deviceLog.mistakes', { count: total, file })}
      </h2>
      <p className="mt-1 mb-3 text-quiet">{t('deviceLog.mend')}</p>
      <ul className="border-t border-card">
        {mistakes.map(({ line, message }) => (
          <li key={`${line} ${message}`} className="flex gap-4 border-b border-card py-2">
            <b className="min-w-20 shrink-0 tabular-nums">{t('deviceLog.line', { line })}</b>
            <span className="min-w-0 break-words">{message}</span>
          </li>
        ))}
      </ul>
      {total > mistakes.length && (
        <p className="mt-2 text-sm text-quiet">{t('deviceLog.more', { count: total - mistakes.length })}</p>
      )}
    </section>
  )
}
