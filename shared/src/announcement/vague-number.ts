/** "Several", "some", "most": words that say how many places without naming one, as they stand right before their noun. */
export const vagueNumber =
  /^(нескольк|некотор|ряде?$|ряда$|ряду$|отдельн|больш(ей|инств)|меньшинств|мног(ие|их|им)$|остальн|друг(ие|их|им)$|половин|част[ьи]$|several$|some$|many$|most$|few$|certain$|other$|multiple$|number$|majority$|half$|handful$|dozen$|бирнеше$|кейбир$|коптеген$|биркатар$|бираз$|калган$|баска$|озге$|birneshe$|keybir$|keibir$|koptegen$|birqatar$)/u;
