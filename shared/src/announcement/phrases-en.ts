import type { Phrases } from './meaning.ts';

/** The words of English announcements. */
export const englishPhrases: Phrases = {
  percent: 'percent|per cent|pct|percentage|pc',
  points: 'percentage point|percentage points|points|point|pp',
  thousand: 'thousand|thousands|k',
  million: 'million|millions|mln|m',
  above:
    'exceed|exceeds|to pass|passing|to cross|crossing|to clear|clearing|to top|to surpass|exceeded|exceeding|over|more than|above|surpassed|surpasses|surpassing|topped|tops|passed|in excess of|higher than|greater than|went past|past|crossed|upwards of',
  justAbove:
    'just over|just above|slightly over|slightly more than|slightly above|a little over|a little more than|just more than|a little above|just passed|just exceeded',
  atLeast: 'at least|no less than|not less than|not below|no fewer than|not lower than|a minimum of|not fewer than',
  below:
    'not hit|not even hit|not even reach|not even reached|did not even reach|had not even reached|had not hit|fell short of|falls short of|falling short of|fallen short of|failed to reach|fails to reach|failed to clear|failed to cross|failed to pass|failed to hit|could not reach|did not clear|did not cross|did not hit|yet to reach|under|below|less than|fewer than|lower than|short of|did not reach|has not reached|had not reached|not reached',
  justBelow:
    'just under|just below|slightly under|slightly below|slightly less than|a little under|a little less than|a little below|just short of|just less than',
  atMost:
    'failed to exceed|failed to top|failed to surpass|could not exceed|did not top|did not surpass|did not pass|never topped|never exceeded|never surpassed|at most|no more than|not more than|not above|did not exceed|does not exceed|has not exceeded|not exceed|not exceeding|up to|not higher than',
  approach:
    'approach|approaches|approached|approaching|nearly|almost|near|nears|neared|nearing|close to|closing in on|coming close to|verging on|on the verge of|come close to|comes close to|came close to',
  about: 'barely|hardly|about|around|approximately|roughly|some|circa|in the region of',
  atLeastAfter: 'or more|and more|or above|or higher|and above|or over',
  belowAfter: 'or less|or below|or lower',
  from: 'from',
  to: 'to',
  between: 'between',
  backReference:
    'this mark|that mark|this figure|that figure|this level|that level|this threshold|that threshold|the same mark|the same figure|the same level|this number|that number|this rate|this bar|this milestone|that milestone|this indicator|this line|that line|this value|the mark|the threshold',
  third: 'a third|one third|one in three',
  twoThirds: 'two thirds',
  half: 'half|one half',
  quarter: 'a quarter|one quarter|one fourth',
  threeQuarters: 'three quarters|three fourths',
  difference: 'change|changes|difference|diff',
  ordinal: 'name|names|unit',
  compared: 'than|compared with|compared to|in comparison with|against|versus|vs|up from|down from',
  turnout: 'voter activity|activity|turnout|turnouts|participation',
  voted:
    'gone to the polls|go to the polls|going to the polls|come to the polls|came to the polls|turned out|showed up|turn out|voted|ballots|ballot|cast|cast their votes|cast their ballots|cast their vote|cast a vote|cast votes|cast ballots|took part|taken part|participated|went to the polls|have voted|had voted|voting',
  voters: 'voters|voter|citizens|citizen|people|persons|electors|residents|nationals|adults',
  onLists: 'lists|list|registered|eligible|electorate|entitled|on the roll|on the rolls|roll|rolls',
  outOf: 'of|out of|from among|among the',
  printed: 'printed',
  regionNoun: 'region|reg|rgn|regn|obl|oblast|province|county|state of|land',
  regionNouns: 'regions|oblasts|provinces|counties',
  cityNoun: 'city|city of|town of|the city of',
  cityNouns: 'cities|cities of|the cities of',
  otherPlaceNoun:
    'district|districts|village|villages|town|towns|settlement|settlements|rayon|raion|municipality|constituency|rural areas|urban areas|countryside',
  streetNoun: 'street|avenue|square|university|airport|stadium',
  national:
    'nat|natl|nat l|at home|across the nation|in the nation|nation wide|average|nationwide|across the country|in the country|throughout the country|nationally|the country|countrywide|overall|in total|total|as a whole|national|the whole country',
  everyRegion:
    'everywhere|all regions|all the regions|every region|each region|all of the regions|all regions of the country',
  everyCity:
    'three cities|the three cities|three largest cities|the three largest cities|the biggest cities|the three biggest cities|major cities|the major cities|cities of republican significance|the cities of republican significance|the largest cities|the big cities',
  except: 'except|except for|excluding|apart from|other than|with the exception of',
  abroad: 'abroad|overseas|foreign|embassy|embassies|consulate|consulates|diplomatic|diaspora|expatriate',
  states: 'states|countries',
  there: 'over there',
  now: 'now|today|this time|this year',
  locative: 'in|across|for|at|throughout',
  asOf: 'as of|asof|as at|data as of|as per',
  timeLead: 'by|at|until|till|since|from|before|after|as of',
  hours: "hours|hour|o'clock|o clock|hrs|h",
  morning: 'am|a m|in the morning|this morning',
  evening: 'pm|p m|in the evening|this evening|in the afternoon|this afternoon|tonight',
  noon: 'noon|midday',
  month:
    'january|february|march|april|may|june|july|august|september|october|november|december|nov|oct|jan|feb|jun|dec',
  year: 'year|years',
  toCome: 'will|next|soon|later|is expected|are expected|due',
  earlier: 'earlier|previously|had been|was previously|before that',
  oneStation: 'polling station no|at a polling station|at one polling station|at the polling station',
  stations: 'polling station|polling stations|stations|station|precinct|precincts|polling sites|polling places',
  candidate:
    'for him|for her|in favour of|in favor of|voted for him|voted for her|backed him|for the incumbent|candidate*|of the vote|of the votes|of votes|of all votes|votes|votes for|voted for|won|winning|winner|candidacy|incumbent|against all|vote share|share of the vote|spoiled|invalid|supported|backed|cast their votes for|cast their ballots for',
  threshold: 'threshold|minimum|required|requires|require|needed|need|needs|must|necessary|valid|quorum',
  estimate:
    'exit poll|exit polls|exit|observers|observer|monitor|monitors|activists|watchdog|watchdogs|would back|would vote|intend to vote|plan to vote|estimate|estimates|estimated|forecast|forecasts|expected|expects|projected|projection|pollsters|poll|polls suggest|analysts|survey|surveys|may reach|could reach|campaign staff|party headquarters|campaign headquarters',
  protocols: 'protocols|protocol|processed|counted|tabulated|returns',
  otherElection:
    'a decade ago|years ago|decades ago|previous|last election|last elections|last vote|last year|earlier election|earlier elections|referendum|preceding|past elections|past election|prior|last time|last presidential|last parliamentary',
  age: 'aged|years old|year old|age|ages',
  part: 'among|women|men|youth|young|students|pensioners|population|discount|inflation|wages|prices|female|male|inmates|prisoners',
  including: 'including|among them|namely',
  and: 'and|as well as|plus|or|&',
  contrast: 'but|while|whereas|however|although|though',
  corrects: 'correct|the correct figure|the correct number|correct figure|should read|should have read|corrected to',
  respectively: 'respectively',
  final: 'final|definitive',
  preliminary: 'preliminary|provisional',
  neutral:
    'over those|over these|over that|over this|over the past|over the last|over the next|over the previous|over the course|announced|released|published|max|min|leading|trailing|lagging|ahead|behind|slipped|fell|dropped|dipped|declined|edged|edged up|edged down|rose|risen|climbed|grew|jumped|increased|surged|inched|ticked|ticked up|revised|revised up|revised down|last|first|second|followed by|among the leaders|among leaders|among regions|among the regions|i e|led|lead|leader|leaders|just|only|largest|biggest|with|where|lagged|lowest turnout|highest turnout|was highest|was lowest|respective|top|bottom|trailed|turnout rate|mln|ranged|ranges|ranging|varied|varies|total number|the total number|total number of|the|a|an|was|were|is|are|has|have|had|been|be|it|its|this|that|these|those|there|stood|stands|standing|reached|reaches|amounted|amounts|totaled|totalled|came|come|received|receive|got|their|they|them|who|which|where|of|in|to|at|on|with|for|by|so|far|already|mark|level|figure|rate|share|highest|lowest|recorded|registered at|reported|seen|all|number|equals|voter|local|time|capital|commission|cec|central|election|elections|electoral|day|presidential|parliamentary|said|according|data|also|vote|votes cast|followed|made|up|out|issued|given|included|holds|hold|showed|shows|leads|led|saw|sees|seen|posted|logged|below average|above average|financial hub|business hub|slowest|fastest',
};
