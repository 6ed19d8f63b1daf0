-- Which assessments were loaded more than once?

SELECT assessment, COUNT(*) AS times
FROM assessment
GROUP BY assessment
HAVING COUNT(*) > 1
ORDER BY assessment ASC NULLS LAST
